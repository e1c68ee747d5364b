package io.frontdesk.ingestion.language;

import io.frontdesk.ingestion.chunk.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each chunk its language: the one that the document declares, else the one that is recognised. Where the beginning,
 * the middle and the end of a document are not all in it, because it mixes languages or declares the wrong one, each chunk is
 * looked at by itself.
 */
@ApplicationScoped
public class Languages {
    /** How much likelier than the next a document's language has to be; of errors, few lead by more than a quarter. */
    private static final double LIKELY = 1.5;

    /** For a chunk to be in another language than its document. */
    private static final double SURE = 4;

    private static final int TOO_SHORT = 100;

    private final LanguageDetector detector;
    private final LanguageCodes codes = new LanguageCodes();

    Languages(LanguageDetector detector) {
        this.detector = detector;
    }

    /**
     * The chunks with their languages.
     *
     * @param declared as the document itself says, a BCP 47 tag
     */
    public List<Chunk> recognise(@Nullable String declared, List<Chunk> chunks) {
        if (chunks.isEmpty()) {
            return chunks;
        }
        List<Chunk> samples = samples(chunks);
        @Nullable
        String language = codes.ofTag(declared).or(() -> ofDocument(samples)).orElse(null);
        boolean oneLanguage = samples.stream().allMatch(sample -> Objects.equals(ofChunk(sample, language), language));
        return chunks.stream()
                .map(chunk -> chunk.in(oneLanguage ? language : ofChunk(chunk, language)))
                .toList();
    }

    private static List<Chunk> samples(List<Chunk> chunks) {
        return Stream.of(0, chunks.size() / 2, chunks.size() - 1)
                .distinct()
                .map(chunks::get)
                .toList();
    }

    private Optional<String> ofDocument(List<Chunk> samples) {
        return samples.stream()
                .map(Chunk::text)
                .flatMap(text -> detector.detect(text, LIKELY).stream())
                .findFirst();
    }

    private @Nullable String ofChunk(Chunk chunk, @Nullable String ofDocument) {
        return chunk.text().length() < TOO_SHORT
                ? ofDocument
                : detector.detect(chunk.text(), SURE).orElse(ofDocument);
    }
}
