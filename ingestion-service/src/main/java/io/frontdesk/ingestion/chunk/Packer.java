package io.frontdesk.ingestion.chunk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packs the atoms of one section into texts of about the budget. A list or table that fits is kept whole; one that goes on in
 * the next text has its header row there too; where running text is cut, the next text begins with the last sentence or two.
 */
final class Packer {
    /** A packed text and the page on which it begins. */
    record Packed(String text, @Nullable Integer page) {}

    private static final int OVERLAP_SENTENCES = 2;

    private final int budget;
    private final int overlap;
    private final List<Packed> packed = new ArrayList<>();
    private final List<Atom> open = new ArrayList<>();
    private int size;
    private int fresh;

    private Packer(int budget, int overlap) {
        this.budget = budget;
        this.overlap = overlap;
    }

    /**
     * Packs a section.
     *
     * @param overlap how much of a text may be repeated at the start of the next
     */
    static List<Packed> pack(List<Atom> section, int budget, int overlap) {
        var packer = new Packer(budget, overlap);
        for (int at = 0; at < section.size(); at++) {
            packer.add(section.get(at), packer.room(section, at));
        }
        packer.close();
        return List.copyOf(packer.packed);
    }

    /** What has to fit for the atom to go into the open text: itself, or the whole list or table that begins with it. */
    private int room(List<Atom> section, int at) {
        Atom first = section.get(at);
        if (first.isSentence() || (at > 0 && section.get(at - 1).group() == first.group())) {
            return first.size();
        }
        int whole = section.stream()
                .filter(atom -> atom.group() == first.group())
                .mapToInt(Atom::size)
                .sum();
        return whole <= budget ? whole : first.size();
    }

    private void add(Atom atom, int room) {
        if (fresh > 0 && size + room > budget) {
            List<Atom> repeated = tail(budget - room);
            close();
            repeated.forEach(this::append);
        }
        repeatHeader(atom);
        append(atom);
        fresh++;
    }

    /** A row that does not follow its header in this text gets it once more. */
    private void repeatHeader(Atom row) {
        boolean follows = !open.isEmpty() && open.getLast().group() == row.group();
        if (row.header() != null && !follows) {
            append(Atom.of(Atom.Kind.ROW, row.header(), "\n\n", row.group(), null, row.page()));
        }
    }

    private void append(Atom atom) {
        open.add(atom);
        size += atom.size();
    }

    /** The last sentences of the open text, as far as they fit; all of them would be no cut at all. */
    private List<Atom> tail(int room) {
        List<Atom> tail = new ArrayList<>();
        int allowed = Math.min(overlap, room);
        for (int at = open.size() - 1; at > 0 && tail.size() < OVERLAP_SENTENCES; at--) {
            Atom atom = open.get(at);
            allowed -= atom.size();
            if (!atom.isSentence() || allowed < 0) {
                break;
            }
            tail.addFirst(atom);
        }
        return tail;
    }

    private void close() {
        if (fresh > 0) {
            var text = new StringBuilder();
            for (Atom atom : open) {
                text.append(text.isEmpty() ? "" : atom.lead()).append(atom.text());
            }
            packed.add(new Packed(text.toString(), open.getFirst().page()));
        }
        open.clear();
        size = 0;
        fresh = 0;
    }
}
