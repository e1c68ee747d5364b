package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.quality.QuestionSet.Entry;
import org.junit.jupiter.api.Test;

class HtmlFaqTest {
    @Test
    void makesAQuestionOfAHeadingAndItsAnswerOfWhatStandsBeforeTheNext() {
        var entries = HtmlFaq.read("""
                <html><head><title>FAQ</title></head><body>
                <div class="navheader">Next</div><h1>1. Chapter</h1><p>Not an answer.</p>
                <div class="section"><h2 class="title"><a id="a"></a>1.2. What is
                it?</h2><p>A <em>system</em>, with</p><ul><li><p>one part</p></li><li>another</li></ul>
                <pre>line 1
                  line 2</pre></div>
                <h3>A3. Who?</h3><p>Nobody.</p><div class="navfooter">Prev</div></body></html>""");

        assertThat(entries)
                .containsExactly(
                        new Entry("What is it?", "A system, with\n\none part\n\n- another\n\nline 1\n  line 2"),
                        new Entry("Who?", "Nobody."));
    }

    @Test
    void leavesOutAHeadingWithoutText() {
        assertThat(HtmlFaq.read("<h2>Why?</h2><h2>Who?</h2><p>Nobody.</p>"))
                .containsExactly(new Entry("Who?", "Nobody."));
    }
}
