package io.frontdesk.generation.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ends a text where it begins to repeat the model's instructions: nothing is told from the first of seven words that stand there
 * in a row. Holds back only words that stand in a row there too, up to the seventh. Case and marks make no difference.
 */
public final class InstructionEcho implements TextFilter {
    private static final int WORDS = 7;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> runs;

    /** Each with what stands before it, so that telling them in a row tells the text as it was. */
    private final Deque<Held> held = new ArrayDeque<>();

    private final StringBuilder gap = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean echoed;

    private record Held(String gap, String written) {
        String word() {
            return written.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Watches for instructions.
     *
     * @param instructions what is not to be repeated
     * @param sayable what stands in them to be said, such as the sentence by which to refuse
     */
    public InstructionEcho(String instructions, List<String> sayable) {
        String secret = instructions;
        for (String words : sayable) {
            secret = words.isBlank() ? secret : secret.replace(words, "\n");
        }
        this.runs = secret.lines().map(InstructionEcho::runs).collect(HashSet::new, Set::addAll, Set::addAll);
    }

    /** Whether the text was ended. */
    public boolean hasEchoed() {
        return echoed;
    }

    @Override
    public String feed(String delta) {
        var told = new StringBuilder();
        for (int i = 0; i < delta.length() && !echoed; i++) {
            take(delta.charAt(i), told);
        }
        return told.toString();
    }

    @Override
    public String finish() {
        var told = new StringBuilder();
        endWord(told);
        if (echoed) {
            return told.toString();
        }
        held.forEach(part -> told.append(part.gap()).append(part.written()));
        held.clear();
        String rest = told.append(gap).toString();
        gap.setLength(0);
        return rest;
    }

    private void take(char c, StringBuilder told) {
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            word.append(c);
            return;
        }
        endWord(told);
        if (echoed) {
            return;
        }
        if (held.isEmpty()) {
            told.append(gap).append(c);
            gap.setLength(0);
        } else {
            gap.append(c);
        }
    }

    private void endWord(StringBuilder told) {
        if (word.isEmpty() || echoed) {
            return;
        }
        held.addLast(new Held(gap.toString(), word.toString()));
        gap.setLength(0);
        word.setLength(0);
        while (!held.isEmpty() && !runs.contains(run())) {
            Held sure = held.removeFirst();
            told.append(sure.gap()).append(sure.written());
        }
        if (held.size() == WORDS) {
            echoed = true;
            told.append(held.getFirst().gap());
            held.clear();
        }
    }

    private String run() {
        return String.join(" ", held.stream().map(Held::word).toList());
    }

    /** All runs of one to seven words of a line. */
    private static Set<String> runs(String line) {
        List<String> words = BETWEEN.splitAsStream(line.toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
        Set<String> runs = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + WORDS); to++) {
                runs.add(String.join(" ", words.subList(from, to)));
            }
        }
        return runs;
    }
}
