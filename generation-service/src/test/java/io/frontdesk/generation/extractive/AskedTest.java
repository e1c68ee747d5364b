package io.frontdesk.generation.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.text.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    How long is the warranty?                     | DURATION
                    Hi! How many working days does a refund take? | DURATION
                    How soon will it arrive?                      | DURATION
                    How much does it cost?                        | MONEY
                    What's the price of a new battery?            | MONEY
                    How much?                                     | MONEY
                    How much memory does it have?                 | QUANTITY
                    How many presets can I store?                 | QUANTITY
                    How heavy is it?                              | QUANTITY
                    When do you open?                             | TIME
                    Until when can I order?                       | TIME
                    What time does the store close?               | TIME
                    Where is the serial number?                   | PLACE
                    Why is my card charged twice?                 | REASON
                    Which devices can be traded in?               | ENUMERATION
                    What are the payment methods?                 | ENUMERATION
                    How do I reset it?                            | PROCEDURE
                    What should I do if it breaks?                | PROCEDURE
                    What is your phone number?                    | CONTACT
                    Who do I contact?                             | CONTACT
                    Can I get a refund when it breaks?            | STATEMENT
                    Is it waterproof?                             | STATEMENT
                    What is the order number of the cushions?     | STATEMENT
                    """)
    void isToldByTheQuestionsFunctionWords(String question, Asked expected) {
        assertThat(Asked.by(Token.of(question))).isEqualTo(expected);
    }
}
