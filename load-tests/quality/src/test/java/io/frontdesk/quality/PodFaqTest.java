package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.quality.QuestionSet.Entry;
import org.junit.jupiter.api.Test;

class PodFaqTest {
    @Test
    void makesAQuestionOfASecondHeadingAndItsAnswerOfWhatStandsBelow() {
        var entries = PodFaq.read("""
                =head1 DESCRIPTION

                Not an answer.

                =head2 How do I
                round?

                Use L<POSIX|the module> or C<int()>.

                    my $x = 1;
                    say $x;

                =over 4

                =item * first

                =back

                =head1 AUTHOR

                Nor this.
                """);

        assertThat(entries)
                .containsExactly(
                        new Entry("How do I round?", "Use POSIX or int().\n\n    my $x = 1;\n    say $x;\n\n* first"));
    }

    @Test
    void takesFormattingAwayAndLeavesAngleBracketsOfTheText() {
        var entries = PodFaq.read("""
                =head2 What does B<E<lt>STDINE<gt>> X<index>read?

                It reads I<a C<line>>, with C<< $a <=> $b >> nothing.
                """);

        assertThat(entries)
                .containsExactly(new Entry("What does <STDIN> read?", "It reads a line, with $a <=> $b nothing."));
    }

    @Test
    void leavesOutAQuestionWithoutAnAnswer() {
        assertThat(PodFaq.read("=head2 Why?\n\n=head2 Who?\n\nNobody.")).containsExactly(new Entry("Who?", "Nobody."));
    }
}
