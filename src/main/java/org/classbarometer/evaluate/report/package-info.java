/// Evaluations in words and pictures: Markdown for a repository, one HTML page for a browser, JSON
/// for programs.
///
/// A [org.classbarometer.evaluate.model.ModelReport] becomes a [ReportText], a neutral list of
/// headings, tables and drawings, which [Markdown] and [Html] write out and [ReportFolder] puts in
/// its place. ReportText, writers and drawings know nothing of models, so that other reports can be
/// made of them. No face is ever drawn. Called by `cli` and by the training lab.
@NullMarked
package org.classbarometer.evaluate.report;

import org.jspecify.annotations.NullMarked;
