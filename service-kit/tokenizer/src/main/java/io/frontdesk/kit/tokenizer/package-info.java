/** What a text is to an embedding model of BERT's kind: the tokens that it reads, and how many they are. */
@NullMarked
package io.frontdesk.kit.tokenizer;

import org.jspecify.annotations.NullMarked;
