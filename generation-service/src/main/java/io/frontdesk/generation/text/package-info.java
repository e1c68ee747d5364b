/**
 * Words and sentences: boundaries by Unicode's rules (ICU), stems by Porter's algorithm, and how much two texts have in
 * common. Plain functions without state, used wherever an answer is compared with what it rests on.
 */
@NullMarked
package io.frontdesk.generation.text;

import org.jspecify.annotations.NullMarked;
