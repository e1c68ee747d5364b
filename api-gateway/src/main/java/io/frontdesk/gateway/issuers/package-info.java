/** Who signs the tokens that are accepted here: this installation, and the providers of its tenants. */
@NullMarked
package io.frontdesk.gateway.issuers;

import org.jspecify.annotations.NullMarked;
