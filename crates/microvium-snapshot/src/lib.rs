//! The captured state of a Microvium program as a graph, and its encoding as an image.
#![forbid(unsafe_code)]
