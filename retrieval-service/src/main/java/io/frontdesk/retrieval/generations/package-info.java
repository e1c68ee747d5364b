/**
 * From one embedding model to another: each has a generation of vectors, of which one is searched. A new one is filled
 * beside it, also by what is published meanwhile, and takes its place when no chunk lacks.
 */
@NullMarked
package io.frontdesk.retrieval.generations;

import org.jspecify.annotations.NullMarked;
