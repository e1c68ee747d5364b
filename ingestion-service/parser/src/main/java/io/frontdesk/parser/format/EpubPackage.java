package io.frontdesk.parser.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.xml.sax.Attributes;

/** A book's package document: what the book is called, which files it has, and in which order they are read. */
final class EpubPackage extends DublinCore {

    private final URI folder;
    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> contents = new HashSet<>();
    private final List<String> spine = new ArrayList<>();

    EpubPackage(String path, BlockSink sink) {
        super(sink);
        this.folder = uri("/" + path);
    }

    /** Paths in the archive, in reading order. */
    List<String> chapters() {
        return spine.stream()
                .filter(id -> !contents.contains(id))
                .map(paths::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        super.startElement(uri, localName, qName, attributes);
        switch (localName) {
            case "item" -> item(attributes);
            case "itemref" -> spine.add(Objects.requireNonNullElse(attributes.getValue("idref"), ""));
            default -> {} // says nothing of chapters
        }
    }

    private void item(Attributes attributes) {
        var id = attributes.getValue("id");
        var path = attributes.getValue("href");
        if (id == null || path == null) {
            return;
        }
        paths.put(id, folder.resolve(uri(path)).getPath().substring(1));
        var properties = attributes.getValue("properties");
        if (properties != null && (" " + CleanText.line(properties) + " ").contains(" nav ")) {
            contents.add(id);
        }
    }

    private static URI uri(String path) {
        return URI.create(path.replace(" ", "%20"));
    }
}
