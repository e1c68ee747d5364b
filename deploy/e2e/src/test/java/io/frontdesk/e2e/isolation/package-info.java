/**
 * Proofs that no tenant sees or changes what another one has, generated from the OpenAPI documents of the running suite: a
 * route that is added is covered without a line here. The parts that decide are plain Java, and are tried against a server
 * that leaks on purpose.
 */
@NullMarked
package io.frontdesk.e2e.isolation;

import org.jspecify.annotations.NullMarked;
