/**
 * Requests to addresses that others chose: identity providers, documents, webhooks. They reach public addresses only, and
 * private places that the installation names: one parser reads a URL for the check and for the connection, every address of
 * its host is checked, and the connection goes to the address that was checked.
 */
@NullMarked
package io.frontdesk.kit.outbound;

import org.jspecify.annotations.NullMarked;
