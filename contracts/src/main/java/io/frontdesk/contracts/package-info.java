/**
 * What services agree on: names that stand on a wire (headers, claims, topics, scopes, problem types). One fact, one
 * constant. The packages below hold the records of one conversation each.
 */
@NullMarked
package io.frontdesk.contracts;

import org.jspecify.annotations.NullMarked;
