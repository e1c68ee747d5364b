/**
 * What a simulated model says: quoted from the passages of its prompt, echoed, miscited, or obeyed word for word.
 */
@NullMarked
package io.frontdesk.simulator.answer;

import org.jspecify.annotations.NullMarked;
