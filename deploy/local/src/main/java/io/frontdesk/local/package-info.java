/** The launcher of the whole suite on one machine: the commands of the Makefile, and the servers that tests run on. */
@NullMarked
package io.frontdesk.local;

import org.jspecify.annotations.NullMarked;
