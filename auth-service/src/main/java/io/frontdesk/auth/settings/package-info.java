/** What a tenant asks of the gateway: which websites may call it from a browser, and limits within its plan. */
@NullMarked
package io.frontdesk.auth.settings;

import org.jspecify.annotations.NullMarked;
