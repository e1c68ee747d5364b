package io.frontdesk.parser;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.TikaDocument.Verdict;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every document that Tika's PDF and Microsoft parsers are tested with, read by the program within its limits. */
@Timeout(300)
class TikaDocumentsTest {

    private static final double MIN_PARSED = 0.95;
    private static final int PROGRAMS = 2;
    private static final int MAX_OUTPUT_CHARS = 5_000_000;

    /**
     * A kind of files that need not be parsed, for what they are and not for what came of them.
     *
     * @param names a regular expression
     * @param reason with which they are to end, unless that depends on how they are damaged
     */
    private record Exempt(String why, @Nullable FailureReason reason, String names) {

        boolean covers(Verdict verdict) {
            return verdict.name().matches(names);
        }

        boolean isMetBy(Optional<FailureReason> failure) {
            return reason == null ? failure.isPresent() : failure.equals(Optional.of(reason));
        }
    }

    private static final List<Exempt> EXEMPT = List.of(
            new Exempt(
                    "cut off, or damaged by a fuzzer",
                    null,
                    "testWORD_truncated.docx|testChm_oom.chm|testZIP_corrupted_oom.zip"),
            new Exempt(
                    "opens with a password, or where its rights are known",
                    FailureReason.ENCRYPTED,
                    ".*_passtika.*|protected_(normal|upper)_case.docx|protect(edFile)?.xlsx|testWORD_protected_drm.doc"
                            + "|testAccess2_encrypted.accdb|testPDF_no_extract_.*_owner_user.pdf"),
            new Exempt(
                    "a picture, a solid model, a plan that Tika too knows the properties of only, the lock of an editor,"
                            + " properties to be put into other files",
                    FailureReason.UNSUPPORTED_TYPE,
                    ".*[.](emf|wmf|ppm|SLDASM|SLDDRW|SLDPRT|mpp|xmp)|testMSOwnerFile"),
            new Exempt(
                    "its pages are empty",
                    FailureReason.NO_TEXT,
                    "testPDF_Version.*.pdf|testPDF_(diffTitles|twoAuthors).pdf|testWORD_multi_authors.docx?|testPPT.thmx"),
            new Exempt(
                    "its pages hold pictures, films or sounds only",
                    FailureReason.NO_TEXT,
                    "testFlashInPDF.pdf|testOCR.pdf|testPDF_(AdobeIllustrator|jpeg2000).pdf|headerPic.docx|pictures.ppt"
                            + "|testPPT_embeddedMP3.pptx|Doc1_ole.doc|testDocumentLink.doc|testBinControlWord.rtf"),
            new Exempt(
                    "its pages hold the icons of other files only",
                    FailureReason.NO_TEXT,
                    "testPPT_EmbeddedPDF.pptx?|testWPSAttachment.(docx|pptx?)|testRTFEmbedded(Files|Link).rtf"));

    @Test
    void readsAtLeast95PercentOfTheDocumentsThatHoldText() throws Exception {
        var documents = Stream.concat(
                        TikaDocument.besides("testPDF.pdf").stream(), TikaDocument.besides("testWORD.doc").stream())
                .toList();

        var verdicts = read(documents);

        var counted =
                verdicts.stream().filter(verdict -> exempt(verdict).isEmpty()).toList();
        report(verdicts, counted);
        assertThat(verdicts).hasSize(documents.size()).hasSizeGreaterThan(350);
        assertThat(EXEMPT).allSatisfy(exempt -> assertThat(verdicts)
                .filteredOn(exempt::covers)
                .isNotEmpty()
                .allSatisfy(verdict ->
                        assertThat(verdict.failure()).as(verdict.name()).matches(exempt::isMetBy)));
        assertThat(share(counted)).isGreaterThanOrEqualTo(MIN_PARSED);
    }

    /** The programs share the documents; each reads one at a time. */
    private static List<Verdict> read(List<TikaDocument> documents) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(documents);
        var verdicts = new ArrayList<Verdict>();
        try (var workers = Executors.newFixedThreadPool(PROGRAMS)) {
            Callable<List<Verdict>> worker = () -> readAll(waiting);
            for (var part : workers.invokeAll(Collections.nCopies(PROGRAMS, worker))) {
                verdicts.addAll(part.get());
            }
        }
        verdicts.sort(Comparator.comparing(Verdict::name));
        return verdicts;
    }

    private static List<Verdict> readAll(Queue<TikaDocument> waiting) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        try (var program = new RunningParser()) {
            for (var document = waiting.poll(); document != null; document = waiting.poll()) {
                var request = new ParseRequest("1", document.name(), null, MAX_OUTPUT_CHARS);
                verdicts.add(new Verdict(document.name(), program.ask(request, document.bytes())));
            }
        }
        return verdicts;
    }

    private static Optional<Exempt> exempt(Verdict verdict) {
        return EXEMPT.stream().filter(exempt -> exempt.covers(verdict)).findFirst();
    }

    private static double share(List<Verdict> verdicts) {
        return (double) verdicts.stream()
                        .filter(verdict -> verdict.failure().isEmpty())
                        .count()
                / verdicts.size();
    }

    private static void report(List<Verdict> verdicts, List<Verdict> counted) {
        System.out.println("Tika's documents: " + counts(verdicts));
        System.out.printf("of them with text to be read: %s, parsed %.1f %%%n", counts(counted), 100 * share(counted));
        verdicts.stream()
                .filter(verdict -> verdict.failure().isPresent())
                .forEach(verdict -> System.out.printf(
                        "  %s %s%s%n",
                        verdict.outcome(),
                        verdict.name(),
                        exempt(verdict).map(exempt -> " (" + exempt.why() + ")").orElse("")));
    }

    private static String counts(List<Verdict> verdicts) {
        return verdicts.size() + " files "
                + verdicts.stream().collect(groupingBy(Verdict::outcome, TreeMap::new, counting()));
    }
}
