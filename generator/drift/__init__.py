"""Compares what we say with what our materials say: messages × blocks → matches, without reading a file."""
