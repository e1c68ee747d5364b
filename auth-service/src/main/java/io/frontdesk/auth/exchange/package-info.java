/** From any credential to the short-lived token that counts inside the house. */
@NullMarked
package io.frontdesk.auth.exchange;

import org.jspecify.annotations.NullMarked;
