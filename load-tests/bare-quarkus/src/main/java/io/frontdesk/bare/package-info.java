/**
 * The least that a Quarkus service can do, on the same framework and versions as the suite: the yardstick of the
 * benchmarks. It stays without any feature.
 */
@NullMarked
package io.frontdesk.bare;

import org.jspecify.annotations.NullMarked;
