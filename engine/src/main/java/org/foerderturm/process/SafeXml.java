package org.foerderturm.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML without document types, entities, includes or processing instructions. Read from the bytes
 * that the engine will read, and only in UTF-8: in another encoding the engine could see another
 * model than the one checked.
 */
final class SafeXml {
  static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 40;

  /** The text is no XML that we read. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  private SafeXml() {}

  static Element parse(String text) throws Refused {
    Document document;
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setCoalescing(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      document = builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (SAXException | IOException e) {
      throw new Refused("not XML that we read: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lost a feature", e);
    }
    var encoding = document.getXmlEncoding();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw new Refused("encoding " + encoding + "; only UTF-8");
    }
    if (!"1.0".equals(document.getXmlVersion())) {
      throw new Refused("XML " + document.getXmlVersion() + "; only 1.0");
    }
    bound(document);
    return document.getDocumentElement();
  }

  /** Walks without recursion: what comes later may recurse. */
  private static void bound(Document document) throws Refused {
    int elements = 0;
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        throw new Refused("processing instruction " + node.getNodeName());
      }
      if (node.getNodeType() == Node.ELEMENT_NODE && ++elements > MOST_ELEMENTS) {
        throw new Refused("more than " + MOST_ELEMENTS + " elements");
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        if (++depth > DEEPEST) {
          throw new Refused("nested deeper than " + DEEPEST);
        }
      } else {
        while (node != null && node.getNextSibling() == null) {
          node = node.getParentNode();
          depth--;
        }
        node = node == null ? null : node.getNextSibling();
      }
    }
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The element itself and all below it. */
  static List<Element> all(Element top) {
    var all = new ArrayList<Element>();
    all.add(top);
    children(top).forEach(child -> all.addAll(all(child)));
    return all;
  }

  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getLocalName().equals(name)).toList();
  }

  static @Nullable Element child(Element parent, String name) {
    var found = children(parent, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Text directly inside, not that of children. */
  static String text(Element element) {
    var text = new StringBuilder();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(n.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  /** The id of the element or of the nearest one around it; empty if there is none. */
  static String owner(Element element) {
    for (Node n = element; n instanceof Element e; n = n.getParentNode()) {
      if (e.hasAttribute("id")) {
        return e.getAttribute("id");
      }
    }
    return "";
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
