/** Documents as pipelines publish them, as the API shows them, and the events of their life. */
@NullMarked
package io.frontdesk.contracts.documents;

import org.jspecify.annotations.NullMarked;
