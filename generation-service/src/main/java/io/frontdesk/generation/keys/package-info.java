/** Where keys of language models come from: the environment, configuration, and the operator, who changes them at run time. */
@NullMarked
package io.frontdesk.generation.keys;

import org.jspecify.annotations.NullMarked;
