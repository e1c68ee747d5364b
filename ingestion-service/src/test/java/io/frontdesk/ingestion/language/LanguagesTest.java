package io.frontdesk.ingestion.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ingestion.chunk.Chunk;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final String ENGLISH = "You can return a laptop within 30 days of delivery, if you have not used it"
            + " and still have its box. We pay for the parcel, and send the money back within a week.";
    private static final String GERMAN =
            "Sie können einen Laptop innerhalb von 30 Tagen nach der Lieferung zurückgeben,"
                    + " wenn er unbenutzt ist. Wir bezahlen das Paket und erstatten den Betrag innerhalb einer Woche.";
    private static final Languages LANGUAGES = new Languages(new LanguageDetector());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | How long do I have to return a laptop? You have 30 days.
            de | Sie haben 30 Tage Zeit, um einen Laptop zurückzugeben.
            fr | Vous pouvez retourner un ordinateur portable dans les 30 jours.
            it | Puoi restituire il portatile entro 30 giorni dalla consegna.
            pl | Możesz zwrócić laptop w ciągu 30 dni.
            ru | Вы можете вернуть ноутбук в течение 30 дней.
            zh | 您可以在收到商品后三十天内退货,我们将在一周内退款。
            no | Du kan levere tilbake den bærbare datamaskinen innen tretti dager, og vi betaler for pakken. Pengene får du tilbake etter en uke.
            """)
    void recognisesWhatADocumentIsIn(String language, String text) {
        assertThat(languages(null, text)).containsExactly(language);
    }

    @ParameterizedTest
    @CsvSource({"de-AT, de", "en_US, en", "nb-NO, no", "nn, no"})
    void believesWhatADocumentDeclares(String declared, String language) {
        assertThat(languages(declared, "Laptop: 14 Zoll", "16 GB RAM")).containsOnly(language);
    }

    @Test
    void recognisesWhereTheDeclarationIsNone() {
        assertThat(languages("x-default", ENGLISH)).containsExactly("en");
        assertThat(languages("", GERMAN)).containsExactly("de");
    }

    @Test
    void knowsTheLanguageOfEachChunkOfADocumentThatMixesThem() {
        assertThat(languages(null, ENGLISH, "Weight: 2 kg", ENGLISH, GERMAN, "Gewicht: 2 kg", GERMAN))
                .containsExactly("en", "en", "en", "de", "en", "de");
    }

    @Test
    void doesNotBelieveADeclarationAgainstTheText() {
        assertThat(languages("en", GERMAN, GERMAN, GERMAN)).containsOnly("de");
    }

    @Test
    void leavesOpenWhatCannotBeTold() {
        assertThat(languages(null, "SKU-12345 BX-200 120x80x40")).containsOnlyNulls();
        assertThat(LANGUAGES.recognise("de", List.of())).isEmpty();
    }

    private static Stream<@Nullable String> languages(@Nullable String declared, String... texts) {
        List<Chunk> chunks = IntStream.range(0, texts.length)
                .mapToObj(at -> new Chunk(at, texts[at], List.of(), null, null))
                .toList();
        return LANGUAGES.recognise(declared, chunks).stream().map(Chunk::language);
    }
}
