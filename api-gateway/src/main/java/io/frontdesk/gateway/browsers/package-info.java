/** Scripts of websites that call from a browser: which may, and what browsers are told of it (Fetch standard, CORS protocol). */
@NullMarked
package io.frontdesk.gateway.browsers;

import org.jspecify.annotations.NullMarked;
