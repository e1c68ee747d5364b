/** Who is asking, as the verified token says; and that its requests can be told apart in logs. */
@NullMarked
package io.frontdesk.kit.caller;

import org.jspecify.annotations.NullMarked;
