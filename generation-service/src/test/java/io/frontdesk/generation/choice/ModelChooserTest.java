package io.frontdesk.generation.choice;

import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.Passages;
import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.pool.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChooserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long do I have to return a laptop?",
                "What does delivery to Jersey cost?",
                "Do you ship to Norway?",
                "opening hours",
                "How can I reset my password?",
                "Where is my nearest store?",
                "Is a gift card valid forever?",
                "Wie lange kann ich einen Laptop zurückgeben?"
            })
    void asksTheCheapModelWhatIsSimple(String question) {
        assertThat(choose(question)).isEqualTo(new ModelChoice(Tier.CHEAP, List.of("simple")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                What is the difference between the basic and the extended warranty? | comparison
                Is express delivery cheaper than same-day delivery?                 | comparison
                Which of your laptops has the longer warranty?                      | comparison
                How do I return a laptop? And who pays for it?                      | questions
                When does my order ship and how can I follow it?                    | questions
                Why was my payment refused?                                         | reasoning
                What happens if I return one part of a bundle?                      | reasoning
                My headset keeps disconnecting and does not charge                  | reasoning
                Summarise your terms for business customers                         | survey
                List all countries that you deliver to                              | survey
                If I bought it in a store, but it broke before the holiday, can I still return it online? | clauses
                I ordered a phone and a case last week and the case came on Monday but the phone is still not here and now I would like to know what I can do about it | long
                """)
    void asksTheStrongModelWhatIsNotAndSaysWhy(String question, String reason) {
        ModelChoice choice = choose(question);

        assertThat(choice.tier()).isEqualTo(Tier.STRONG);
        assertThat(choice.reasons()).contains(reason);
    }

    @Test
    void asksTheStrongModelWhereNoPassageHoldsTheQuestionAlone() {
        var gifts = Passages.passage("Gift cards", "Paying", Passages.NEAR, "A gift card pays for laptops and phones.");
        var jersey = Passages.passage("Delivery", "Islands", Passages.NEAR, "Parcels to Jersey go by ferry.");

        ModelChoice choice = ModelChooser.choose(
                "Can a gift card pay parcels to Jersey by ferry?", List.of(gifts, jersey), ModelPreference.AUTO);

        assertThat(choice).isEqualTo(new ModelChoice(Tier.STRONG, List.of("passages")));
    }

    @Test
    void doesAsTheTenantHasChosen() {
        assertThat(ModelChooser.choose("opening hours", List.of(), ModelPreference.STRONG)
                        .tier())
                .isEqualTo(Tier.STRONG);
        assertThat(ModelChooser.choose("Why is it better?", List.of(), ModelPreference.CHEAP))
                .isEqualTo(new ModelChoice(Tier.CHEAP, List.of("chosen")));
    }

    private static ModelChoice choose(String question) {
        return ModelChooser.choose(question, List.of(RETURNS, REPAIRS), ModelPreference.AUTO);
    }
}
