package io.github.spout4j.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A pom as it is written. */
final class Pom {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private final Document document;

    Pom(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    /** The text there, such as "scm/url"; empty where there is none. */
    String text(String path) {
        List<String> texts = texts("/project/" + path);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    String groupId() {
        return own("groupId");
    }

    String version() {
        return own("version");
    }

    private String own(String element) {
        String text = text(element);
        return text.isEmpty() ? text("parent/" + element) : text;
    }

    /** Versions of all that it depends on, its parent and plugins too. */
    List<String> versions() {
        return texts("//version");
    }

    private List<String> texts(String path) {
        try {
            NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
