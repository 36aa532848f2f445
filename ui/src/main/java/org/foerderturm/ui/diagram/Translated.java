package org.foerderturm.ui.diagram;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.ui.common.Messages;
import org.w3c.dom.Element;

/** A diagram with the names of another language. */
final class Translated {
  private Translated() {}

  /** The XML as it is in German; with English names where the model has them in English. */
  static String of(String xml, Map<String, Label> labels, Locale locale) {
    if (!Messages.isEnglish(locale) || labels.isEmpty()) return xml;
    var document = Xml.read(xml);
    var nodes = document.getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      var element = (Element) nodes.item(i);
      var label = labels.get(element.getAttribute("id"));
      if (label != null && label.en() != null && element.hasAttribute("name"))
        element.setAttribute("name", label.en());
    }
    try {
      var out = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("the model can't be written", e);
    }
  }
}
