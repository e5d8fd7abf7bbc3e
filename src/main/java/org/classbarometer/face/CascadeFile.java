package org.classbarometer.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.classbarometer.text.Text;
import org.opencv.core.CvException;
import org.opencv.objdetect.CascadeClassifier;

/// Reads a Haar cascade. The file is checked before OpenCV sees it: OpenCV reports a broken file on
/// the process's error stream and not to its caller.
final class CascadeFile {
    private CascadeFile() {}

    static CascadeClassifier open(Path file) throws CascadeException {
        if (!Files.isRegularFile(file)) {
            throw problem("face.cascade.missing", file, null);
        }
        check(file);
        CascadeClassifier classifier = new CascadeClassifier();
        try {
            if (!classifier.load(file.toString()) || classifier.empty()) {
                throw problem("face.cascade.corrupt", file, null);
            }
        } catch (CvException broken) {
            throw problem("face.cascade.corrupt", file, broken);
        }
        return classifier;
    }

    /// Whole, well-formed XML that holds as many stages as it promises.
    private static void check(Path file) throws CascadeException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean cascade = false;
        boolean haar = false;
        int promised = -1;
        int stages = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "cascade" ->
                            cascade =
                                    "opencv-cascade-classifier"
                                            .equals(xml.getAttributeValue(null, "type_id"));
                    case "featureType" -> haar = "HAAR".equals(xml.getElementText().strip());
                    case "stageNum" -> promised = Integer.parseInt(xml.getElementText().strip());
                    case "stageThreshold" -> stages++;
                    default -> {}
                }
            }
        } catch (XMLStreamException | NumberFormatException broken) {
            throw problem("face.cascade.corrupt", file, broken);
        } catch (IOException unreadable) {
            throw problem("face.cascade.unreadable", file, unreadable);
        }
        if (!cascade || !haar) {
            throw problem("face.cascade.foreign", file, null);
        }
        if (stages == 0 || stages != promised) {
            throw problem("face.cascade.corrupt", file, null);
        }
    }

    private static CascadeException problem(
            String key, Path file, @org.jspecify.annotations.Nullable Throwable cause) {
        return new CascadeException(Text.of(key, file), cause);
    }
}
