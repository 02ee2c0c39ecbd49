"""The booth without its picture: phases of a visit, the lock, the score of the day, restarts. No Qt."""
