package io.frontdesk.ingestion;

import io.frontdesk.ingestion.chunk.ChunkConfig;
import io.frontdesk.ingestion.chunk.ChunkSizes;
import io.frontdesk.ingestion.chunk.Chunker;
import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;

/** Plain classes as beans. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    WordPieceTokenizer tokenizer() throws IOException {
        try (var vocabulary = TokenizerFile.bundled()) {
            return TokenizerFile.read(vocabulary);
        }
    }

    @Produces
    @Singleton
    Chunker chunker(ChunkConfig config, WordPieceTokenizer tokenizer) {
        return new Chunker(ChunkSizes.from(config), tokenizer);
    }
}
