package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.springframework.beans.factory.annotation.Value;

/**
 * The accessibility statement (BITV 2.0, Directive (EU) 2016/2102 Art. 7) and where to complain.
 */
@Route("accessibility")
@AnonymousAllowed
public class AccessibilityView extends View {
  AccessibilityView(Desk desk, @Value("${foerderturm.feedback:}") String feedback) {
    super(desk, t("a11y.title"));
    var text = Ui.div("ft-text");
    text.add(new Paragraph(t("a11y.intro")));
    text.add(Ui.section(t("a11y.state"), new Paragraph(t("a11y.state-text"))));
    text.add(Ui.section(t("a11y.gaps"), new Paragraph(t("a11y.gaps-text"))));
    var contact = Ui.section(t("a11y.feedback"), new Paragraph(t("a11y.feedback-text")));
    contact.setId("feedback");
    contact.add(
        feedback.isBlank()
            ? new Paragraph(t("a11y.feedback-nobody"))
            : Ui.link("mailto:" + feedback, feedback));
    text.add(contact);
    text.add(Ui.section(t("a11y.enforcement"), new Paragraph(t("a11y.enforcement-text"))));
    add(text);
  }
}
