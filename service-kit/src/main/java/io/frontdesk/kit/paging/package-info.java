/** Lists that are shown page by page, in the order of ids. */
@NullMarked
package io.frontdesk.kit.paging;

import org.jspecify.annotations.NullMarked;
