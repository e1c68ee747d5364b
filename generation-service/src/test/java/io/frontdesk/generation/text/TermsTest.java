package io.frontdesk.generation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    @Test
    void keepsWhatAQuestionIsAbout() {
        assertThat(Terms.of("How long do I have to return a laptop?").stems()).containsExactly("return", "laptop");
    }

    @ParameterizedTest
    @CsvSource({
        "returned, return, 1",
        "RETURNING, returns, 1",
        "delivered, delivery, 0.9",
        "payment, pay, 0.8",
        "refundable, refund, 1",
        "parcel, package, 0.8",
        "price, cost, 0.8",
        "customer's, customer, 1",
        "laptop, headphones, 0",
        "internal, interest, 0"
    })
    void holdsAWordByItselfItsFamilyOrItsSynonyms(String inText, String asked, double degree) {
        String stem = Terms.of(asked).stems().iterator().next();

        assertThat(Terms.of(inText).hold(stem)).isEqualTo(degree);
    }
}
