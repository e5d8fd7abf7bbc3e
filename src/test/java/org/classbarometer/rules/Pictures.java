package org.classbarometer.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.Set;

/// What could make a picture file. OpenCV's and FFmpeg's functions that read are listed; all their
/// others, encoders and muxers among them, are refused.
final class Pictures {
    private static final Set<String> FFMPEG_READS =
            Set.of(
                    "AVERROR_EAGAIN",
                    "AVERROR_EINVAL",
                    "av_dict_free",
                    "av_dict_get",
                    "av_dict_set",
                    "av_find_best_stream",
                    "av_find_input_format",
                    "av_frame_alloc",
                    "av_frame_free",
                    "av_frame_get_side_data",
                    "av_frame_unref",
                    "av_free",
                    "av_guess_frame_rate",
                    "av_guess_sample_aspect_ratio",
                    "av_log_set_level",
                    "av_malloc",
                    "av_new_packet",
                    "av_opt_set",
                    "av_packet_alloc",
                    "av_packet_free",
                    "av_packet_unref",
                    "av_pix_fmt_desc_get",
                    "av_q2d",
                    "av_read_frame",
                    "av_rescale_q",
                    "av_seek_frame",
                    "av_strerror",
                    "av_version_info",
                    "avcodec_alloc_context3",
                    "avcodec_find_decoder",
                    "avcodec_flush_buffers",
                    "avcodec_free_context",
                    "avcodec_open2",
                    "avcodec_parameters_to_context",
                    "avcodec_receive_frame",
                    "avcodec_send_packet",
                    "avformat_alloc_context",
                    "avformat_close_input",
                    "avformat_find_stream_info",
                    "avformat_index_get_entries_count",
                    "avformat_network_init",
                    "avformat_open_input",
                    "avio_alloc_context",
                    "avio_context_free",
                    "avutil_license",
                    "sws_freeContext",
                    "sws_getCachedContext",
                    "sws_getCoefficients",
                    "sws_isSupportedInput",
                    "sws_scale",
                    "sws_setColorspaceDetails");
    private static final Set<String> OPENCV_READS = Set.of("imdecode", "imread");

    static final DescribedPredicate<JavaAccess<?>> BEYOND_READING =
            DescribedPredicate.describe(
                    "a function of OpenCV or FFmpeg is not among those that read",
                    access -> !(access instanceof JavaFieldAccess) && !reads(access));

    static final DescribedPredicate<JavaClass> WRITERS =
            resideInAnyPackage(
                            "javax.imageio..",
                            "javax.print..",
                            "java.awt.print..",
                            "javafx.embed.swing..",
                            "org.bytedeco.javacv..",
                            "org.apache.pdfbox.pdmodel.graphics.image..",
                            "org.apache.pdfbox.rendering..",
                            "org.apache.pdfbox.tools..")
                    .as("write, print or embed pictures");

    static final DescribedPredicate<JavaClass> OF_THE_SCREEN =
            resideInAnyPackage("javafx.scene.robot..", "java.awt.image..")
                    .or(
                            DescribedPredicate.describe(
                                    "Robot", type -> type.getName().equals("java.awt.Robot")))
                    .as("copy the screen");

    static final DescribedPredicate<JavaAccess<?>> SNAPSHOTS =
            DescribedPredicate.describe(
                    "a snapshot of a node or scene is taken",
                    access ->
                            access.getName().equals("snapshot")
                                    && access.getTargetOwner()
                                            .getPackageName()
                                            .startsWith("javafx.scene"));

    private Pictures() {}

    private static boolean reads(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.startsWith("org.opencv.imgcodecs.")) {
            return OPENCV_READS.contains(name);
        }
        if (owner.equals("org.opencv.videoio.VideoWriter")) {
            return name.equals("fourcc");
        }
        return !(owner.startsWith("org.bytedeco.ffmpeg.global.")
                        || owner.startsWith("org.bytedeco.ffmpeg.presets."))
                || FFMPEG_READS.contains(name);
    }
}
