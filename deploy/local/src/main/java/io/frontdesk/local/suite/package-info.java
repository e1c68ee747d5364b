/** The five services as processes of their own: built when a source is newer, started, killed, restarted, stopped. */
@NullMarked
package io.frontdesk.local.suite;

import org.jspecify.annotations.NullMarked;
