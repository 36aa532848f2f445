package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.upload.UploadI18N;

/** What a place to drop files says, in the person's language. */
public final class Uploads {
  private Uploads() {}

  public static UploadI18N words() {
    var words = new UploadI18N();
    words.setDropFiles(new UploadI18N.DropFiles().setOne(t("files.drop")).setMany(t("files.drop")));
    words.setAddFiles(new UploadI18N.AddFiles().setOne(t("files.add")).setMany(t("files.add")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(t("files.uploading"))
                    .setProcessing(t("files.uploading"))
                    .setHeld(t("files.uploading"))
                    .setStalled(t("files.stalled")))
            .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(t("files.failed"))
                    .setUnexpectedServerError(t("files.failed"))
                    .setForbidden(t("files.failed"))));
    words.setFile(
        new UploadI18N.File()
            .setRetry(t("files.retry"))
            .setStart(t("files.start"))
            .setRemove(t("files.remove")));
    return words;
  }
}
