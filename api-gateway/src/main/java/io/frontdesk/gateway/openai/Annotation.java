package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Citation;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A citation, at a place of an answer's text. */
public record Annotation(@Schema(enumeration = URL_CITATION) String type, UrlCitation urlCitation) {
    static final String URL_CITATION = "url_citation";

    /**
     * What is cited there.
     *
     * @param url where the document can be read; {@code urn:uuid:} and its id where it is published nowhere
     * @param startIndex of {@code [n]} in the text, in Unicode characters from 0; where the text does not refer to it, the text's end
     * @param endIndex after it
     */
    public record UrlCitation(String url, String title, int startIndex, int endIndex) {}

    /** Those of an answer, each at every place where the text refers to it. */
    static List<Annotation> of(Answer answer) {
        List<Annotation> all = new ArrayList<>();
        for (Citation citation : answer.citations()) {
            add(citation, answer.answer(), all);
        }
        return all;
    }

    private static void add(Citation citation, String text, List<Annotation> all) {
        String reference = "[" + citation.n() + "]";
        int at = text.indexOf(reference);
        if (at < 0) {
            all.add(at(text.length(), text.length(), citation, text));
        }
        while (at >= 0) {
            int end = at + reference.length();
            all.add(at(at, end, citation, text));
            at = text.indexOf(reference, end);
        }
    }

    private static Annotation at(int start, int end, Citation citation, String text) {
        String url = citation.url() == null ? "urn:uuid:" + citation.documentId() : citation.url();
        return new Annotation(
                URL_CITATION,
                new UrlCitation(url, citation.title(), text.codePointCount(0, start), text.codePointCount(0, end)));
    }
}
