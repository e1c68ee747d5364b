/** How a service's OpenAPI document tells what the code alone does not say. */
@NullMarked
package io.frontdesk.kit.openapi;

import org.jspecify.annotations.NullMarked;
