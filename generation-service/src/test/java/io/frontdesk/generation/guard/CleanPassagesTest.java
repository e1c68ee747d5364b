package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanPassagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a<!-- SECRET -->b                                        | ab",
                "a<script type='x'>SECRET</script>b                       | ab",
                "a<div style=\"display: none\">SECRET <b>x</b></div>b     | ab",
                "a<span hidden>SECRET</span>b                             | ab",
                "a<p style='color:red;font-size:0px'>SECRET</p>b          | ab",
                "a![SECRET](https://evil.example/x.png)b                  | ab",
                "a![SECRET][ref]b                                         | ab",
                "a<img alt='SECRET' src=x>b                               | ab",
                "adata:text/html;base64,U0VDUkVUb                         | a",
                "a\u200BS\u202Eb                                          | aSb",
                "a <b>bold</b> and 5 < 6                                  | a <b>bold</b> and 5 < 6"
            })
    void leavesWhatAReaderSees(String written, String seen) {
        Passage passage = CleanPassages.of(List.of(Passages.passage("T", "H", Passages.NEAR, written)))
                .getFirst();

        assertThat(passage.text()).isEqualTo(seen);
    }

    @Test
    void cleansTitlesAndHeadingsToo() {
        Passage passage = CleanPassages.of(
                        List.of(Passages.passage("T<!-- x -->\u200B", "H\u202E![a](b)", Passages.NEAR, "text")))
                .getFirst();

        assertThat(passage.title()).isEqualTo("T");
        assertThat(passage.headingPath()).containsExactly("H");
    }

    @Test
    void readsManyElementsWithoutAnEnd() {
        String text = "<div hidden>".repeat(2_500);

        assertThat(CleanPassages.of(List.of(Passages.passage("T", "H", Passages.NEAR, text))))
                .hasSize(1);
    }
}
