package io.frontdesk.generation.extractive;

import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.NEAR;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.frontdesk.generation.Passages.SAME_TRADE;
import static io.frontdesk.generation.Passages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.extractive.ExtractiveAnswer.Found;
import io.frontdesk.generation.extractive.ExtractiveAnswer.NotHeld;
import io.frontdesk.generation.extractive.ExtractiveAnswer.Quote;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real questions to passages as they stand in a help centre. */
class ExtractiveAnswererTest {
    private static final Passage CONDITIONS =
            passage("Returns and refunds", "What cannot be returned", NEAR - 0.05, """
            - Software, films and games on disc once the seal is broken, and download codes once they have been shown.
            - Hygiene articles once opened: in-ear headphones, ear tips, electric toothbrushes and shavers.
            - Gift cards that have been activated.

            None of this limits your rights if the article is faulty.
            """);

    private static final Passage SENDING = passage("Returns and refunds", "How to send something back", NEAR, """
            1. Open My account → Orders, choose the order and press Return items.
            2. Select the items and a reason. You receive a QR code by email; you do not need a printer.
            3. Show the code at any ParcelPoint shop within 10 days. The label is printed there.

            The return label is free for items of £40 or more. Below £40 we deduct £3.50 from the refund.
            """);

    private static final Passage DELIVERY =
            passage("Delivery: costs, times and countries", "Great Britain (mainland)", NEAR - 0.05, """
            Option | Price | When it arrives
            Standard | £3.95, free for orders of £50 or more | 2 to 3 working days
            Next day | £6.95 | next working day, if ordered by 18:00
            Evening, on a day you choose | £8.95 | between 18:00 and 22:00
            """);

    private static final Passage STORES = passage("Stores and opening hours", "Opening hours", NEAR - 0.1, """
            Store | Address | Monday to Saturday | Sunday
            Bristol | 14 Sallowfield Way | 9:00 to 20:00 | 11:00 to 17:00
            Norwich | 8 Tannery Yard | 9:00 to 18:00 | closed

            The Norwich store is closed on Sundays. The repair counter in each store closes 30 minutes before the store.
            """);

    private static final Passage LOANS = passage("Repairs and the service centre", "Loan devices", NEAR - 0.1, """
            While your laptop or phone is with us, you can borrow a simple replacement at the repair counter of any store. A \
            loan device is free; we ask for a deposit of £75 by card, which is released when you bring it back within 3 days \
            of collecting your own.
            """);

    private static final Passage PARCELS =
            passage("Delivery: costs, times and countries", "Something went wrong", NEAR, """
            Parcel is late. If the tracking has not moved for 3 working days, tell us within 14 days. We open a search with \
            the carrier.

            Parcel is damaged. Accept it, photograph the box and the contents, and send us the pictures within 48 hours. \
            Keep the packaging until the case is closed.
            """);

    private static final Passage LAPTOP =
            passage("Skerrin Aero 14 – User manual", "10. Technical data", NEAR - 0.1, """
            Memory | 16 GB or 32 GB LPDDR5X, soldered
            Weight | 1.29 kg
            Camera | 1080p with infrared for face recognition

            The display has 14 inches. Use the laptop at temperatures between 5 °C and 35 °C.
            """);

    private static final List<Passage> HELP_CENTRE =
            List.of(RETURNS, CONDITIONS, SENDING, DELIVERY, STORES, LOANS, PARCELS, LAPTOP, REPAIRS);

    private final ExtractiveAnswerer answerer = new ExtractiveAnswerer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    How long do I have to return a laptop?              | within 30 days of delivery
                    Hello, within how many days can a phone be returned | within 30 days of delivery
                    Can presents be sent back in January?               | 31 January
                    How do I send something back?                       | press Return items
                    Can I return in-ear headphones?                     | in-ear headphones, ear tips
                    How much is next day delivery?                      | £6.95
                    When does evening delivery arrive?                  | between 18:00 and 22:00
                    Is the Norwich store open on Sunday?                | closed
                    Where is the Bristol store?                         | 14 Sallowfield Way
                    What are the opening hours in Bristol?              | 9:00 to 20:00
                    How much is the deposit for a loan device?          | deposit of £75
                    My parcel is damaged, what should I do?             | within 48 hours
                    How heavy is the Skerrin Aero 14?                   | 1.29 kg
                    How much memory does the Skerrin laptop have?       | 16 GB
                    How long does a repair take?                        | 5 to 7 working days
                    """)
    void quotesWhatAnswers(String question, String expected) {
        assertThat(text(answer(question))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who won the football world cup?",
                "How do I bake sourdough bread?",
                "Can I pay with Bitcoin?",
                "What is the capital of France?",
                "How many employees does the company have?",
                "Do the headphones work with a PlayStation?",
                "???",
                "How do I?",
                ""
            })
    void refusesWhatNoPassageHolds(String question) {
        assertThat(answer(question)).isInstanceOf(NotHeld.class);
    }

    @Test
    void refusesWhereNothingWasFound() {
        assertThat(answerer.answer("How long do I have to return a laptop?", List.of()))
                .isInstanceOf(NotHeld.class);
    }

    @Test
    void refusesWordsThatAgreeByChanceInAPassageThatMeansSomethingElse() {
        Passage hosting = passage("Privacy", "Storage", FOREIGN, "Our provider stores data in data centres in London.");

        assertThat(answerer.answer("Do you have a store in London?", List.of(hosting)))
                .isInstanceOf(NotHeld.class);
    }

    @Test
    void quotesStepsWholeAndInTheirOrder() {
        String answer = text(answerer.answer("How do I send something back?", List.of(SENDING, RETURNS)));

        assertThat(answer).contains("1. Open").contains("2. Select").contains("3. Show the code");
    }

    @Test
    void quotesStepsWholeWhereTwoOfThemAnswer() {
        Passage giving = passage("Trade-in", "Your phone", NEAR, """
                1. Back up the files of the phone.
                2. Erase the files of the phone.
                3. Pack it.
                """);

        String answer = text(answerer.answer("Do the files stay on the phone?", List.of(giving)));

        assertThat(answer)
                .isEqualTo("1. Back up the files of the phone.\n2. Erase the files of the phone.\n3. Pack it.");
    }

    @Test
    void saysTheHeadOfATableOnceForAllItsRows() {
        Passage abroad = passage("Delivery", "Countries", NEAR, """
                Country | Price of delivery
                Ireland | £8.95
                Belgium, France | £12.95
                """);

        String answer =
                text(answerer.answer("Which countries is delivery possible to, and at what price?", List.of(abroad)));

        assertThat(answer).isEqualTo("Country | Price of delivery\nIreland | £8.95\nBelgium, France | £12.95");
    }

    @Test
    void quotesCodeAsItStandsWithTheSentenceThatIntroducesIt() {
        Passage sorting = passage("perlfaq4", "How do I sort a hash?", NEAR, """
                Hashes have no order. To sort by value, compare values:

                    my @keys = sort {
                        $h{$a} <=> $h{$b}
                    } keys %h;
                """);

        String answer = text(answerer.answer("How do I sort a hash by its values?", List.of(sorting)));

        assertThat(answer)
                .contains("compare values:\n    my @keys = sort {\n        $h{$a} <=> $h{$b}\n    } keys %h;");
    }

    @Test
    void answersFromWhatStandsUnderAHeadingThatAsksEvenInOtherWords() {
        Passage lost = passage("Help", "What if my parcel is lost?", NEAR, """
                (Written by the dispatch team.)

                Tell us after three days without news. We look for it with the carrier.
                """);

        String answer = text(answerer.answer("What if my parcel is lost?", List.of(lost)));

        assertThat(answer).isEqualTo("Tell us after three days without news. We look for it with the carrier.");
    }

    @Test
    void quotesAnItemUnderTheHeadingWithoutWhichItWouldSayTheContrary() {
        String answer = text(answerer.answer("Can I return opened software?", List.of(CONDITIONS)));

        assertThat(answer).startsWith("What cannot be returned").contains("seal is broken");
    }

    @Test
    void quotesARowWithTheHeadOfItsTable() {
        String answer = text(answerer.answer("How much is next day delivery?", List.of(DELIVERY)));

        assertThat(answer)
                .contains("Option | Price | When it arrives\nNext day | £6.95")
                .doesNotContain("Evening");
    }

    @Test
    void quotesTheRowWhoseRangeHoldsTheNumberOfTheQuestion() {
        Passage discounts = passage("Guide for business customers", "Prices", NEAR, """
                The discount depends on the number of identical articles in one order:

                Identical articles | Discount
                5 to 9 | 3%
                10 to 24 | 5%
                25 to 49 | 7%
                """);

        String answer = text(answerer.answer("What discount is there for 30 identical articles?", List.of(discounts)));

        assertThat(answer).contains("25 to 49 | 7%").doesNotContain("10 to 24");
    }

    @Test
    void bringsTheSentenceThatAPronounLeansOn() {
        Passage card = passage(
                "Gift cards",
                "Validity",
                NEAR,
                "A lost gift card is replaced if you have the receipt. It keeps the remaining validity of the lost card.");

        String answer = text(answerer.answer("Which validity does a replaced lost gift card keep?", List.of(card)));

        assertThat(answer).startsWith("A lost gift card is replaced");
    }

    @Test
    void doesNotTakeAQuestionForItsAnswer() {
        Passage faq = passage(
                "FAQ",
                "Payments",
                NEAR,
                "Can I pay by invoice? Approved business accounts pay within 30 days of its date.");

        String answer = text(answerer.answer("Can I pay by invoice?", List.of(faq)));

        assertThat(answer).isEqualTo("Approved business accounts pay within 30 days of its date.");
    }

    @Test
    void quotesEveryTextAsItStandsInThePassage() {
        for (String question : List.of("How long do I have to return a laptop?", "How do I send something back?")) {
            var found = (Found) answer(question);
            for (Quote quote : found.quotes()) {
                String passage = Passages.found(question, HELP_CENTRE)
                        .get(quote.passage())
                        .text();
                quote.texts().forEach(text -> assertThat(passage).contains(text));
            }
        }
    }

    @Test
    void joinsAtMostThreePassages() {
        List<Passage> same = IntStream.range(0, 6)
                .mapToObj(i ->
                        passage("Returns " + i, "Laptops", NEAR, "Laptops of kind %d may be returned.".formatted(i)))
                .toList();

        var found = (Found) answerer.answer("May laptops be returned?", same);

        assertThat(found.quotes()).hasSizeBetween(1, 3);
    }

    @Test
    void joinsWhatTheSearchPlacedNearlyAsWellAndNothingFarBehindIt() {
        Passage near = passage("Loans", "Terms", NEAR, "A device is lent while yours is repaired.")
                .scored(0.028);
        Passage far = passage("Terms", "Loans", NEAR, "While devices are repaired others may be lent.")
                .scored(0.015);

        var found = (Found)
                answerer.answer("Can I borrow a device during repairs?", List.of(LOANS.scored(0.03), near, far));

        assertThat(found.quotes()).extracting(Quote::passage).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void saysAFactOnce() {
        Passage elsewhere = passage(
                        "Repairs", "Time", NEAR, "Repairs of phones take their time, 6 working days mostly.")
                .scored(REPAIRS.score() * 0.8);

        var found = (Found) answerer.answer("How many working days does a repair take?", List.of(REPAIRS, elsewhere));

        assertThat(found.quotes()).hasSize(1);
    }

    @Test
    void refusesWhereManyDocumentsAreFoundEquallyWellAndNoneSaysIt() {
        List<Passage> equals = Stream.of("laptop", "phone", "tablet", "camera", "printer")
                .map(thing ->
                        passage("The " + thing, "Care", SAME_TRADE + 0.1, "Wipe your " + thing + " with a dry cloth."))
                .toList();

        assertThat(answerer.answer("How do I wipe the data of my device?", equals))
                .isInstanceOf(NotHeld.class);
    }

    @Test
    void isLessSureWhereAnotherDocumentAnswersAsWell() {
        String question = "How long do I have to return a laptop?";
        Passage other = passage("Older terms", "Returns", NEAR, "You have 14 days to return a laptop.");

        var alone = (Found) answerer.answer(question, List.of(RETURNS));
        var beside = (Found) answerer.answer(question, List.of(RETURNS, other));

        assertThat(beside.confidence()).isLessThan(alone.confidence());
    }

    @Test
    void saysTheSameSentenceOfOverlappingChunksOnce() {
        Passage next = passage("Returns and refunds", "How long you have", NEAR, RETURNS.text());

        var found = (Found) answerer.answer("How long do I have to return a laptop?", List.of(RETURNS, next));

        assertThat(found.quotes()).hasSize(1);
    }

    @Test
    void isSurerOfWhatIsSaidInTheQuestionsWords() {
        var plain = (Found) answerer.answer("How long do I have to return a laptop?", List.of(RETURNS));
        var vague = (Found) answerer.answer("Until when may presents of this winter go back?", List.of(RETURNS));

        assertThat(plain.confidence()).isGreaterThan(vague.confidence()).isLessThanOrEqualTo(1);
    }

    @Test
    void staysQuickWithTheLongestQuestionAndTheMostPassages() {
        String question = "warranty receipt laptop parcel ".repeat(130) + "?";
        List<Passage> many = IntStream.range(0, 50)
                .mapToObj(i ->
                        passage("Returns", "Laptops", SAME_TRADE, RETURNS.text().repeat(3)))
                .toList();

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> answerer.answer(question, many));
    }

    private ExtractiveAnswer answer(String question) {
        return answerer.answer(question, Passages.found(question, HELP_CENTRE));
    }

    private static String text(ExtractiveAnswer answer) {
        assertThat(answer).isInstanceOf(Found.class);
        return ((Found) answer)
                .quotes().stream()
                        .map(quote -> String.join(" ", quote.texts()))
                        .reduce((one, other) -> one + "\n\n" + other)
                        .orElseThrow();
    }
}
