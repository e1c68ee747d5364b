/**
 * The folders of one installation: the repository, the data folder ({@code .local}, or a test's own), and what is
 * remembered there from start to start: ports, secrets, the lock.
 */
@NullMarked
package io.frontdesk.local.workspace;

import org.jspecify.annotations.NullMarked;
