/// A package that says why it exists, but not that null is no value in it.
///
/// It is one of the planted violations of LayersTest.
package org.classbarometer.planted.nulls;
