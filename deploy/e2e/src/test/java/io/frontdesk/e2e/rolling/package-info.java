/** The whole suite under load while its instances are stopped, started and killed. */
@NullMarked
package io.frontdesk.e2e.rolling;

import org.jspecify.annotations.NullMarked;
