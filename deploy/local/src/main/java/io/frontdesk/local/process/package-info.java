/**
 * Running other programs: commands that end, daemons that outlive the launcher, and the one kind of failure that a
 * person at the keyboard can mend.
 */
@NullMarked
package io.frontdesk.local.process;

import org.jspecify.annotations.NullMarked;
