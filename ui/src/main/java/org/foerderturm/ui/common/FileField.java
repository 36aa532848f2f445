package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Function;
import org.foerderturm.kernel.Rejected;

/** A place to drop one file, which is stored under its hash at once and then handed on. */
public final class FileField {
  private static final int LARGEST = 20 * 1024 * 1024;

  /**
   * @param size bytes
   * @param sha256 hex
   */
  public record Stored(String name, String mediaType, long size, String sha256) {}

  /** Takes a file that was stored; may refuse it. */
  public interface Taker {
    void take(Stored file);
  }

  private FileField() {}

  /**
   * @param store keeps the bytes and says their hash
   * @param take runs on the screen of the one who dropped the file; a refusal is said there
   */
  public static Upload of(Desk desk, Function<byte[], String> store, Taker take) {
    var ui = UI.getCurrent();
    var upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) -> {
                  var file =
                      new Stored(
                          about.fileName(), about.contentType(), bytes.length, store.apply(bytes));
                  ui.accessSynchronously(() -> hand(desk, take, file));
                }));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LARGEST);
    upload.setI18n(Uploads.words());
    upload.addFileRejectedListener(
        rejected -> Ui.refuse(t("files.too-large", "limit", Formats.bytes(LARGEST))));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    return upload;
  }

  private static void hand(Desk desk, Taker take, Stored file) {
    try {
      take.take(file);
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }
}
