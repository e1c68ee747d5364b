/**
 * PostgreSQL with pgvector, Redis and Kafka: found where the environment names them, else started in Docker or from the
 * packages of the machine's distribution, on ports and in folders of their own. Nothing on the machine is installed or
 * configured: packages are unpacked, not installed.
 */
@NullMarked
package io.frontdesk.local.infra;

import org.jspecify.annotations.NullMarked;
