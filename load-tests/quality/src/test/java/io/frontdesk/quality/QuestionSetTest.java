package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionSetTest {
    @Test
    void makesAPageOfAQuestionAndItsAnswer() {
        var entry = new QuestionSet.Entry("What is <STDIN>?", "A handle:\n\n    print <STDIN>;\n\nThat is all.");

        assertThat(entry.page()).isEqualTo("""
                <h1>What is &lt;STDIN&gt;?</h1>
                <p>A handle:</p>
                <pre>    print &lt;STDIN&gt;;</pre>
                <p>That is all.</p>""");
    }

    @Test
    void spreadsSomeQuestionsOverAll() {
        var set = new QuestionSet(
                "ten",
                IntStream.range(0, 10)
                        .mapToObj(i -> new QuestionSet.Entry("q" + i, "a"))
                        .toList());

        assertThat(set.questions(4)).isEqualTo(List.of("q0", "q2", "q5", "q7"));
        assertThat(set.questions(100)).hasSize(10).doesNotHaveDuplicates();
    }
}
