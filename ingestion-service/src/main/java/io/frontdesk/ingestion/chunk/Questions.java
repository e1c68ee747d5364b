package io.frontdesk.ingestion.chunk;

import io.frontdesk.parser.protocol.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the questions of documents that consist of questions and answers without saying so by headings, and makes headings
 * of them, so that each question has its chunk. Two shapes are known: {@code Q: … A: …}, in one paragraph or several, whose
 * markers are taken away; and, where there are three of them at least, questions that stand alone before what answers them.
 */
final class Questions {
    /** Below all headings that a document has itself. */
    private static final int LEVEL = 7;

    private static final int FEWEST_ALONE = 3;
    private static final int LONGEST_ALONE = 250;

    private static final String NUMBER = " ?\\d{0,3} ?";
    private static final String ASKS = "(?:Q|QUESTION|Question|Frage|Pregunta|Domanda|Vraag)" + NUMBER;
    private static final String ANSWERS = "(?:A|ANSWER|Answer|Antwort|R|Réponse|Respuesta|Risposta|Antwoord)" + NUMBER;
    private static final Pattern QUESTION = Pattern.compile(ASKS + "[:.)] (?=\\S)");
    private static final Pattern ANSWER = Pattern.compile(ANSWERS + "[:.)] (?=\\S)");
    private static final Pattern LABEL_WITHIN = Pattern.compile(" (?=(?:" + ASKS + "|" + ANSWERS + "): \\S)");

    /** Not after a digit: {@code 1. What is it?} is one sentence. */
    private static final Pattern SENTENCE_WITHIN = Pattern.compile("(?<!\\d)[.!?] ");

    private Questions() {}

    /** The blocks, in their order, with a heading for each question that was found. */
    static List<Block> asHeadings(List<Block> blocks) {
        List<Block> labelled = labelled(blocks);
        return labelled.equals(blocks) ? alone(blocks) : labelled;
    }

    static boolean isQuestion(String text) {
        return text.endsWith("?") || text.endsWith("？") || text.endsWith("؟");
    }

    private static List<Block> labelled(List<Block> blocks) {
        List<Block> parts = blocks.stream().flatMap(Questions::parts).toList();
        List<Block> result = new ArrayList<>();
        boolean asked = false;
        for (int at = 0; at < parts.size(); at++) {
            Block part = parts.get(at);
            Matcher question = QUESTION.matcher(paragraph(part));
            Matcher answer = ANSWER.matcher(paragraph(part));
            boolean answered = at + 1 < parts.size()
                    && ANSWER.matcher(paragraph(parts.get(at + 1))).lookingAt();
            if (question.lookingAt() && (answered || isQuestion(paragraph(part)))) {
                result.add(heading(paragraph(part).substring(question.end()), part));
                asked = true;
            } else if (asked && answer.lookingAt()) {
                result.add(new Block.Paragraph(paragraph(part).substring(answer.end()), part.page()));
                asked = false;
            } else {
                result.add(part);
                asked = false;
            }
        }
        return result;
    }

    /** A paragraph that begins with a question, cut where the answer begins, and the next question. */
    private static Stream<Block> parts(Block block) {
        String text = paragraph(block);
        if (!QUESTION.matcher(text).lookingAt()) {
            return Stream.of(block);
        }
        List<String> parts = new ArrayList<>(List.of(LABEL_WITHIN.split(text)));
        int asked = parts.getLast().indexOf("? ") + 1;
        if (asked > 0 && QUESTION.matcher(parts.getLast()).lookingAt()) {
            String last = parts.removeLast();
            parts.add(last.substring(0, asked));
            parts.add(last.substring(asked + 1));
        }
        return parts.stream().map(part -> new Block.Paragraph(part, block.page()));
    }

    private static List<Block> alone(List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        int found = 0;
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (at + 1 < blocks.size() && standsAlone(block) && answers(blocks.get(at + 1), block)) {
                result.add(heading(text(block), block));
                found++;
            } else {
                result.add(block);
            }
        }
        return found >= FEWEST_ALONE ? result : blocks;
    }

    private static boolean standsAlone(Block block) {
        String text = text(block);
        return text.length() <= LONGEST_ALONE
                && isQuestion(text)
                && !SENTENCE_WITHIN.matcher(text).find();
    }

    /** The next item of a list is another one of its kind, as in a table of contents. */
    private static boolean answers(Block next, Block question) {
        boolean sameList = question instanceof Block.ListItem item
                && next instanceof Block.ListItem other
                && other.depth() <= item.depth();
        return !sameList && !standsAlone(next) && !(next instanceof Block.Heading);
    }

    private static Block heading(String question, Block block) {
        return new Block.Heading(LEVEL, question, block.page());
    }

    private static String text(Block block) {
        return block instanceof Block.ListItem item ? item.text() : paragraph(block);
    }

    private static String paragraph(Block block) {
        return block instanceof Block.Paragraph paragraph ? paragraph.text() : "";
    }
}
